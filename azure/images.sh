#!/usr/bin/env bash
# Builds the images of deploy.sh here, without Docker and without a registry: with Debian's buildah on a base made by its
# debootstrap, as root. The jars must have been built. ImagesIT runs what comes out.
set -euo pipefail
cd "$(dirname "$0")/.."

store=$PWD/azure/target/images
base=$store/base
mkdir -p "$store"

buildah() {
	TMPDIR=$store command buildah --storage-driver vfs --root "$store/storage" --runroot "$store/run" "$@"
}

if ! buildah inspect --type image localhost/base >/dev/null 2>&1; then
	echo "== Making a base of Debian with a Java 17" >&2
	rm -rf "$base"
	debootstrap --variant=minbase --include=openjdk-17-jre-headless,ca-certificates bookworm "$base" >"$store/base.log"
	rm -rf "$base"/var/cache/apt/* "$base"/var/lib/apt/lists/* "$base"/usr/share/doc/* "$base"/usr/share/locale/*
	container=$(buildah from scratch)
	buildah copy --quiet "$container" "$base" / >/dev/null
	buildah commit --quiet --rm "$container" localhost/base >/dev/null
	rm -rf "$base"
fi

azure/agent.sh
# As deploy.sh has them.
sed -n "/^jars='/,/'\$/{s/^jars='//;s/'\$//;p}" azure/deploy.sh | while IFS='=' read -r image jar; do
	echo "== Building $image" >&2
	buildah build --quiet --isolation chroot --pull-never --file azure/Dockerfile --build-arg BASE=localhost/base \
		--build-arg "JAR=$jar" --tag "localhost/$image" . >/dev/null
	buildah rm "$image" >/dev/null 2>&1 || true
	buildah from --quiet --pull-never --name "$image" "localhost/$image" >/dev/null
done
buildah images --format '{{.Name}} {{.Size}}' >&2
