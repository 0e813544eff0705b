// Everything but the apps: what they stand on, who they are, and what they may do there.

targetScope = 'resourceGroup'

@description('Begins all names.')
@minLength(3)
@maxLength(20)
param name string = 'commits'

param location string = resourceGroup().location

@description('A size of sizes.yaml.')
param size string = 'small'

@description('Object id of the operator, who looks into database and lake and uploads sources.')
param operatorId string

@description('The name by which the operator signs in to the database.')
param operatorName string

@allowed(['User', 'ServicePrincipal'])
param operatorType string = 'User'

@description('With a private network: an address from which the operator reaches database and lake all the same.')
param operatorAddress string = ''

@description('Who is told of alerts.')
param email string = ''

var sizes = loadYamlContent('sizes.yaml')
var chosen = sizes[size]
var suffix = uniqueString(resourceGroup().id)
var publicAccess = !chosen.privateNetwork

module identities 'modules/identities.bicep' = {
  name: 'identities'
  params: {
    name: name
    location: location
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    logs: chosen.logs
    senders: [
      identities.outputs.producer.principalId
      identities.outputs.processor.principalId
      identities.outputs.admin.principalId
    ]
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: 'registry${suffix}'
    location: location
    sku: chosen.registry.sku
    zoneRedundant: chosen.zoneRedundant
    pullers: [
      identities.outputs.producer.principalId
      identities.outputs.processor.principalId
      identities.outputs.admin.principalId
      identities.outputs.migrator.principalId
    ]
  }
}

module eventhubs 'modules/eventhubs.bicep' = {
  name: 'eventhubs'
  params: {
    name: '${toLower(name)}-${suffix}'
    location: location
    size: chosen.eventhubs
    publicAccess: publicAccess
    producerId: identities.outputs.producer.principalId
    processorId: identities.outputs.processor.principalId
  }
}

module lake 'modules/lake.bicep' = {
  name: 'lake'
  params: {
    name: 'lake${suffix}'
    location: location
    sku: chosen.storage.sku
    publicAccess: publicAccess
    operatorAddress: operatorAddress
    producerId: identities.outputs.producer.principalId
    processorId: identities.outputs.processor.principalId
    adminId: identities.outputs.admin.principalId
    operatorId: operatorId
    operatorType: operatorType
  }
}

module checkpoints 'modules/checkpoints.bicep' = {
  name: 'checkpoints'
  params: {
    name: 'checkpoints${suffix}'
    location: location
    sku: chosen.storage.sku
    publicAccess: publicAccess
    processorId: identities.outputs.processor.principalId
  }
}

module postgres 'modules/postgres.bicep' = {
  name: 'postgres'
  params: {
    name: '${toLower(name)}-${suffix}'
    location: location
    size: chosen.postgres
    publicAccess: publicAccess
    operatorAddress: operatorAddress
    migrator: identities.outputs.migrator
    operatorId: operatorId
    operatorName: operatorName
    operatorType: operatorType
  }
}

module subnets 'modules/subnets.bicep' = if (chosen.privateNetwork) {
  name: 'subnets'
  params: {
    name: name
    location: location
  }
}

module network 'modules/network.bicep' = if (chosen.privateNetwork) {
  name: 'network'
  params: {
    name: name
    location: location
    endpoints: [
      {
        service: 'eventhubs'
        id: eventhubs.outputs.id
        group: 'namespace'
        zone: 'privatelink.servicebus.windows.net'
      }
      {
        service: 'lake'
        id: lake.outputs.id
        group: 'dfs'
        zone: 'privatelink.dfs.${az.environment().suffixes.storage}'
      }
      {
        service: 'lake-blob'
        id: lake.outputs.id
        group: 'blob'
        zone: 'privatelink.blob.${az.environment().suffixes.storage}'
      }
      {
        service: 'checkpoints'
        id: checkpoints.outputs.id
        group: 'blob'
        zone: 'privatelink.blob.${az.environment().suffixes.storage}'
      }
      {
        service: 'postgres'
        id: postgres.outputs.id
        group: 'postgresqlServer'
        zone: 'privatelink.postgres.database.azure.com'
      }
    ]
  }
  dependsOn: [subnets]
}

module containerapps 'modules/containerapps.bicep' = {
  name: 'containerapps'
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    zoneRedundant: chosen.zoneRedundant
    subnetId: chosen.privateNetwork ? subnets.outputs.appsSubnetId : ''
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: monitoring.outputs.workspaceId
    namespaceId: eventhubs.outputs.id
    throughputUnits: max(chosen.eventhubs.throughputUnits, chosen.eventhubs.maximumThroughputUnits)
    retentionHours: chosen.eventhubs.retentionHours
    email: email
  }
}

output registry string = registry.outputs.name
output registryServer string = registry.outputs.server
output environmentId string = containerapps.outputs.id
output domain string = containerapps.outputs.domain
output producer object = identities.outputs.producer
output processor object = identities.outputs.processor
output admin object = identities.outputs.admin
output migrator object = identities.outputs.migrator
output eventHubsNamespace string = eventhubs.outputs.namespace
output eventHub string = eventhubs.outputs.hub
output lake string = lake.outputs.name
output lakeEndpoint string = lake.outputs.endpoint
output checkpoints string = checkpoints.outputs.name
output checkpointsEndpoint string = checkpoints.outputs.endpoint
output postgresHost string = postgres.outputs.host
output postgresDatabase string = postgres.outputs.database
output workspaceCustomerId string = monitoring.outputs.workspaceCustomerId
output insightsConnectionString string = monitoring.outputs.connectionString
