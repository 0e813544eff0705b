#!/usr/bin/env bash
# Removes everything that deploy.sh made: the resource group with its data.
set -euo pipefail

group=${1:-commits}
if [ "$(az group exists --name "$group")" != true ]; then
	echo "There is no group $group" >&2
	exit
fi
az resource list --resource-group "$group" --query '[].[type, name]' --output tsv
if [ "${2:-}" != --yes ]; then
	read -r -p "All of this and its data will be gone. Type the name of the group: " answer
	[ "$answer" = "$group" ] || { echo "Nothing is removed" >&2 && exit 1; }
fi
az group delete --name "$group" --yes
