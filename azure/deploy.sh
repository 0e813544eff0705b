#!/usr/bin/env bash
# Brings the pipeline of this checkout to Azure, or up to date there; running it again changes nothing.
set -euo pipefail
cd "$(dirname "$0")/.."

usage() {
	cat <<-'TEXT'
		azure/deploy.sh [OPTIONS]
		  --group NAME              resource group (commits)
		  --location REGION         where it is created (westeurope)
		  --size SIZE               a size of azure/infra/sizes.yaml: small, production (small)
		  --source FILE             commit log to put into the lake (a generated one)
		  --build acr|local         images in Azure, or here with docker or podman (acr)
		  --email ADDRESS           who is told of alerts
		  --client-id ID            the console's app in Entra ID: people log in there instead of as a local user
		  --operator-address IP     with a private network: reaches database and lake all the same
		  --what-if                 only says what would change
	TEXT
}

group=commits location=westeurope size=small source='' build=acr email='' client_id='' operator_address='' what_if=false
while [ $# -gt 0 ]; do
	case $1 in
	--group) group=$2 ;;
	--location) location=$2 ;;
	--size) size=$2 ;;
	--source) source=$2 ;;
	--build) build=$2 ;;
	--email) email=$2 ;;
	--client-id) client_id=$2 ;;
	--operator-address) operator_address=$2 ;;
	--what-if) what_if=true ;;
	--help) usage && exit ;;
	*) usage >&2 && exit 2 ;;
	esac
	[ "$1" = --what-if ] || shift
	shift
done

pause=${PAUSE:-10}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

say() { echo "== $*" >&2; }
fail() { echo "$*" >&2; exit 1; }
output() { az deployment group show --resource-group "$group" --name foundation --query "properties.outputs.$1.value" --output tsv; }

# Roles take a while until they are known everywhere.
patiently() {
	for attempt in 1 2 3 4 5 6 7 8 9 10 11 12; do
		"$@" && return
		say "Once more in $pause s ($attempt of 12)"
		sleep "$pause"
	done
	return 1
}

check() {
	say "Checking"
	command -v az >/dev/null || fail "The Azure CLI is missing: https://aka.ms/azure-cli"
	command -v mvn >/dev/null || fail "Maven is missing: it builds what is deployed"
	grep -q "^$size:" azure/infra/sizes.yaml || fail "There is no size $size in azure/infra/sizes.yaml"
	[ -z "$source" ] || [ -r "$source" ] || fail "The source $source cannot be read"
	az account show --output none || fail "Nobody is signed in: az login"
	say "Subscription $(az account show --query '[name, id]' --output tsv | tr '\n' ' ')"
	local provider
	for provider in App ContainerRegistry DBforPostgreSQL EventHub Insights ManagedIdentity Network OperationalInsights Storage; do
		[ "$(az provider show --namespace "Microsoft.$provider" --query registrationState --output tsv)" = Registered ] ||
			az provider register --namespace "Microsoft.$provider" --wait ||
			fail "The subscription does not take up the provider Microsoft.$provider: its owner can register it"
	done
	local sku
	sku=$(sed -n "/^$size:/,/^[a-z]/s/^    sku: \(Standard_[A-Z0-9a-z_]*\)$/\1/p" azure/infra/sizes.yaml | head -n 1)
	# Read to its end: a CLI whose reader goes away fails.
	az postgres flexible-server list-skus --location "$location" --output json | grep -i "\"$sku\"" >/dev/null ||
		fail "PostgreSQL $sku is not to be had in $location for this subscription: choose another --location, or a sku in azure/infra/sizes.yaml"
	{ [ -z "$source" ] || reaches_lake; } || fail "The lake of $size takes no file from outside its network: --operator-address"
	if [ "$build" = local ]; then
		builder=$(command -v docker || command -v podman) || fail "--build local needs docker or podman"
	fi
}

# With a private network it takes files from the operator's address only.
reaches_lake() {
	[ -n "$operator_address" ] || ! sed -n "/^$size:/,/^[a-z]/p" azure/infra/sizes.yaml | grep '^  privateNetwork: true' >/dev/null
}

# The operator: who is signed in, a person or a pipeline.
operator() {
	if [ "$(az account show --query user.type --output tsv)" = user ]; then
		operator_type=User
		operator_id=$(az ad signed-in-user show --query id --output tsv)
		operator_name=$(az ad signed-in-user show --query userPrincipalName --output tsv)
	else
		operator_type=ServicePrincipal
		local client
		client=$(az account show --query user.name --output tsv)
		operator_id=$(az ad sp show --id "$client" --query id --output tsv)
		operator_name=$(az ad sp show --id "$client" --query displayName --output tsv)
	fi
}

foundation() {
	az deployment group "$@" --resource-group "$group" --name foundation --template-file azure/infra/foundation.bicep \
		--parameters "size=$size" "operatorId=$operator_id" "operatorName=$operator_name" "operatorType=$operator_type" \
		"operatorAddress=$operator_address" "email=$email"
}

apps() {
	printf '{"consolePassword":{"value":"%s"}}' "$password" >"$scratch/secret.json"
	az deployment group "$1" --resource-group "$group" --name "$2" --template-file azure/infra/apps.bicep \
		--parameters "size=$size" "tag=$tag" "step=$2" "clientId=$client_id" --parameters "@$scratch/secret.json" "${@:3}"
}

# The bits that were built and tested, by the commit they come from.
name_images() {
	tag=$(git rev-parse --short=12 HEAD)
	[ -z "$(git status --porcelain)" ] || tag=$tag-$(date +%Y%m%d%H%M%S)
}

jars='pipeline-db=db/target/pipeline-db-exec.jar
pipeline-producer=pipeline-producer/target/pipeline-producer.jar
pipeline-processor=pipeline-processor/target/pipeline-processor.jar
pipeline-admin=pipeline-admin/target/pipeline-admin.jar'

images() {
	local registry server image
	registry=$(output registry) server=$(output registryServer)
	[ "$build" != local ] ||
		az acr login --name "$registry" --expose-token --query accessToken --output tsv |
		"$builder" login "$server" --username 00000000-0000-0000-0000-000000000000 --password-stdin
	for image in $jars; do
		if az acr repository show --name "$registry" --image "${image%=*}:$tag" --output none 2>/dev/null; then
			say "${image%=*}:$tag is there"
		elif [ "$build" = local ]; then
			"$builder" build --platform linux/amd64 --file azure/Dockerfile --build-arg "JAR=${image#*=}" \
				--tag "$server/${image%=*}:$tag" .
			"$builder" push "$server/${image%=*}:$tag"
		else
			az acr build --registry "$registry" --image "${image%=*}:$tag" --file azure/Dockerfile \
				--platform linux/amd64 --build-arg "JAR=${image#*=}" . ||
				fail "The registry does not build ${image%=*}. If it says TasksOperationsNotAllowed, the subscription has no ACR Tasks: --build local"
		fi
	done
}

migrate() {
	local execution status
	execution=$(az containerapp job start --resource-group "$group" --name migration --query name --output tsv)
	for _ in $(seq 60); do
		status=$(az containerapp job execution show --resource-group "$group" --name migration \
			--job-execution-name "$execution" --query properties.status --output tsv)
		case $status in
		Succeeded) return ;;
		Failed | Degraded | Stopped) break ;;
		esac
		sleep "$pause"
	done
	say "The migration is $status. Its log, which may take some minutes to come:"
	patiently show_log "$execution" || say "There is none: look for $execution in the workspace"
	fail "The apps stay as they were"
}

show_log() {
	local lines
	lines=$(az rest --method post --resource https://api.loganalytics.io \
		--url "https://api.loganalytics.io/v1/workspaces/$(output workspaceCustomerId)/query" \
		--body "{\"query\": \"ContainerAppConsoleLogs | where ContainerGroupName startswith '$1' | order by TimeGenerated asc | project Log\"}" \
		--query 'tables[0].rows[].[0]' --output tsv)
	[ -n "$lines" ] && echo "$lines" >&2
}

upload() {
	if ! reaches_lake; then
		say "The lake takes no file from here: upload a source in the console"
		return
	fi
	if [ -z "$source" ]; then
		source=$scratch/generated.csv
		java -jar azure/local/target/azure-local.jar generate --rows 200000 --seed 1 --out "$source"
	fi
	local lake path
	lake=$(output lake) path=$(basename "$source")
	if [ "$(patiently az storage fs file exists --auth-mode login --account-name "$lake" --file-system sources \
		--path "$path" --query exists --output tsv)" = true ]; then
		say "sources/$path is in the lake"
	else
		patiently az storage fs file upload --auth-mode login --account-name "$lake" --file-system sources \
			--path "$path" --source "$source" --output none
	fi
}

# Made once, kept as the app's secret from then on.
console_password() {
	password=$(az containerapp secret show --resource-group "$group" --name admin --secret-name console-password \
		--query value --output tsv 2>/dev/null) || password=$(head -c 18 /dev/urandom | base64 | tr '+/' '-_')
}

check
operator
name_images
if $what_if; then
	if [ "$(az group exists --name "$group")" = true ]; then
		foundation what-if
		# The apps stand on what a foundation has put out.
		if az deployment group show --resource-group "$group" --name foundation --output none 2>/dev/null; then
			console_password
			apps what-if apps
		fi
	else
		say "The group $group would be created in $location, with everything of azure/infra in it"
	fi
	exit
fi

say "Building"
mvn --batch-mode --quiet -Psbom -DskipTests package
azure/agent.sh

say "Foundation"
[ "$(az group exists --name "$group")" = true ] || az group create --name "$group" --location "$location" --output none
foundation create --output none

say "Images, tag $tag"
images

say "Migration"
console_password
apps create jobs --output none
migrate

say "Source"
upload

say "Apps"
apps create apps --output none
say "Console: $(az deployment group show --resource-group "$group" --name apps --query properties.outputs.console.value --output tsv)"
[ -n "$client_id" ] ||
	say "Sign in as admin; the password: az containerapp secret show --resource-group $group --name admin --secret-name console-password --query value --output tsv"
