#!/usr/bin/env bash
# Starts again what pause.sh has stopped: the database, then the apps.
set -euo pipefail

group=${1:-commits}
server=$(az postgres flexible-server list --resource-group "$group" --query '[0].name' --output tsv)
state=$(az postgres flexible-server show --resource-group "$group" --name "$server" --query state --output tsv)
if [ "$state" != Ready ]; then
	az postgres flexible-server start --resource-group "$group" --name "$server" --output none
fi
for app in processor producer admin; do
	az resource invoke-action --action start --resource-group "$group" --resource-type Microsoft.App/containerApps \
		--name "$app" --output none
done
echo "Resumed." >&2
