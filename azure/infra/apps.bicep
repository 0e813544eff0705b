// The jobs, and then the apps, on what foundation.bicep has deployed. Two steps of one template: between them the
// migration runs, and Bicep cannot wait for a job.

targetScope = 'resourceGroup'

param name string = 'commits'
param location string = resourceGroup().location

@description('A size of sizes.yaml.')
param size string = 'small'

@description('Of the images.')
param tag string

@description('jobs: only these; apps: all.')
@allowed(['jobs', 'apps'])
param step string

@description('Of the console\'s local user.')
param consoleUsername string = 'admin'

@secure()
param consolePassword string = ''

@description('Application (client) id of the console in Entra ID. Given: who logs in does so there, and there is no local user.')
param clientId string = ''

import { environmentOf } from 'environment.bicep'

var definition = loadYamlContent('../apps.yaml')
var chosen = loadYamlContent('sizes.yaml')[size]

resource foundation 'Microsoft.Resources/deployments@2024-03-01' existing = {
  name: 'foundation'
}

var outputs = foundation.properties.outputs
var registryServer = outputs.registryServer.value
var environmentId = outputs.environmentId.value

// The console shows a token of its identity instead of a client secret.
var byEntra = !empty(clientId)

// What the references of apps.yaml stand for. Those of one app alone are added below.
var references = {
  'app.address': {}
  'identity.enabled': { value: 'true' }
  'postgres.url': {
    value: 'jdbc:postgresql://${outputs.postgresHost.value}:5432/${outputs.postgresDatabase.value}?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory'
  }
  'postgres.administrator': { value: outputs.migrator.value.name }
  'postgres.password': {}
  'producer.principalId': { value: outputs.producer.value.principalId }
  'processor.principalId': { value: outputs.processor.value.principalId }
  'admin.principalId': { value: outputs.admin.value.principalId }
  'eventhubs.connectionString': {}
  'eventhubs.namespace': { value: outputs.eventHubsNamespace.value }
  'eventhubs.name': { value: outputs.eventHub.value }
  'eventhubs.retention': { value: '${chosen.eventhubs.retentionHours}h' }
  'lake.endpoint': { value: outputs.lakeEndpoint.value }
  'lake.accountName': {}
  'lake.accountKey': {}
  'checkpoints.endpoint': { value: outputs.checkpointsEndpoint.value }
  'checkpoints.accountName': {}
  'checkpoints.accountKey': {}
  'ownership.interval': { value: chosen.ownership.interval }
  'ownership.expiry': { value: chosen.ownership.expiry }
  'archive.rollAge': { value: '5m' }
  'archive.location': {}
  'console.username': byEntra ? {} : { value: consoleUsername }
  'console.password': byEntra ? {} : { secretRef: 'console-password' }
  'entra.clientId': byEntra ? { value: clientId } : {}
  'entra.method': byEntra ? { value: 'private_key_jwt' } : {}
  'entra.name': byEntra ? { value: 'Entra ID' } : {}
  'entra.scope': byEntra ? { value: 'openid,profile' } : {}
  'entra.issuer': byEntra ? { value: '${az.environment().authentication.loginEndpoint}${tenant().tenantId}/v2.0' } : {}
  'insights.connectionString': { value: outputs.insightsConnectionString.value }
}

// The agent takes the metrics of an app and sends them with the app's identity.
var agent = '-javaagent:/app/applicationinsights-agent.jar'

// By the hot path's lag. Names are in lower case everywhere: some versions of the checkpoint store write them so, this one
// and the autoscaler take them as they are.
var lagRules = [
  {
    name: 'lag'
    custom: {
      type: 'azure-eventhub'
      identity: outputs.processor.value.id
      metadata: {
        eventHubNamespace: toLower(outputs.eventHubsNamespace.value)
        eventHubName: toLower(outputs.eventHub.value)
        consumerGroup: definition.apps.processor.scale.group
        storageAccountName: outputs.checkpoints.value
        blobContainer: definition.apps.processor.scale.group
        checkpointStrategy: 'blobMetadata'
        unprocessedEventThreshold: string(definition.apps.processor.scale.threshold)
      }
    }
  }
]

module migration 'modules/job.bicep' = {
  name: 'migration'
  params: {
    name: 'migration'
    location: location
    environmentId: environmentId
    identityId: outputs.migrator.value.id
    registryServer: registryServer
    tag: tag
    job: definition.jobs.migration
    environment: concat(
      environmentOf(
        definition.jobs.migration.uses,
        definition.jobs.migration.environment,
        definition.environments,
        union(references, { 'identity.clientId': { value: outputs.migrator.value.clientId } })
      ),
      [{ name: 'JAVA_TOOL_OPTIONS', value: join(definition.jobs.migration.jvm, ' ') }]
    )
  }
}

module rebuild 'modules/job.bicep' = {
  name: 'rebuild'
  params: {
    name: 'rebuild'
    location: location
    environmentId: environmentId
    identityId: outputs.processor.value.id
    registryServer: registryServer
    tag: tag
    job: definition.jobs.rebuild
    environment: concat(
      environmentOf(
        definition.jobs.rebuild.uses,
        definition.jobs.rebuild.environment,
        definition.environments,
        union(references, { 'identity.clientId': { value: outputs.processor.value.clientId } })
      ),
      [{ name: 'JAVA_TOOL_OPTIONS', value: join(definition.jobs.rebuild.jvm, ' ') }]
    )
  }
}

module apps 'modules/app.bicep' = [
  for app in items(definition.apps): if (step == 'apps') {
    name: app.key
    params: {
      name: app.key
      location: location
      environmentId: environmentId
      identityId: outputs[app.key].value.id
      registryServer: registryServer
      tag: tag
      app: app.value
      environment: concat(
        environmentOf(
          app.value.uses,
          app.value.environment,
          definition.environments,
          union(references, {
            'app.port': { value: string(app.value.port) }
            'identity.clientId': { value: outputs[app.key].value.clientId }
            'insights.authentication': { value: 'Authorization=AAD;ClientId=${outputs[app.key].value.clientId}' }
          })
        ),
        [{ name: 'JAVA_TOOL_OPTIONS', value: '${join(app.value.jvm, ' ')} ${agent}' }]
      )
      replicas: chosen.replicas[app.key]
      rules: app.key == 'processor' ? lagRules : []
      secrets: { list: app.key == 'admin' && !byEntra ? [{ name: 'console-password', value: consolePassword }] : [] }
    }
  }
]

output console string = 'https://admin.${outputs.domain.value}'
