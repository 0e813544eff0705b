#!/usr/bin/env bash
# Stops what costs by the hour: the apps, then the database. Event Hubs keep their throughput units, and their events only
# for the retention: stop the replay before, and let the processor catch up.
set -euo pipefail

group=${1:-commits}
for app in producer admin processor; do
	az resource invoke-action --action stop --resource-group "$group" --resource-type Microsoft.App/containerApps \
		--name "$app" --output none
done
server=$(az postgres flexible-server list --resource-group "$group" --query '[0].name' --output tsv)
az postgres flexible-server stop --resource-group "$group" --name "$server" --output none
echo "Paused. Azure starts a stopped database again after seven days." >&2
