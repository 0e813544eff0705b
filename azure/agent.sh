#!/usr/bin/env bash
# Puts the agent that sends the apps' metrics to Application Insights where azure/Dockerfile takes it from.
set -euo pipefail
cd "$(dirname "$0")/.."

version=3.7.5
agent=${AGENT:-azure/target/applicationinsights-agent.jar}
[ -f "$agent" ] && exit
mvn --batch-mode --quiet --non-recursive dependency:unpack -DoutputDirectory=azure/target \
	-Dartifact=com.microsoft.azure:applicationinsights-runtime-attach:$version -Dmdep.unpack.includes="*.jar"
mv "azure/target/applicationinsights-agent-$version.jar" "$agent"
