// The stream. The producer may send to it and the processor receive from it, nobody has a key.

import { roles } from '../roles.bicep'

param name string
param location string
param size object
param publicAccess bool
param producerId string
param processorId string

resource namespace 'Microsoft.EventHub/namespaces@2024-01-01' = {
  name: name
  location: location
  sku: {
    name: 'Standard'
    tier: 'Standard'
    capacity: size.throughputUnits
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: publicAccess ? 'Enabled' : 'Disabled'
    isAutoInflateEnabled: size.maximumThroughputUnits > size.throughputUnits
    maximumThroughputUnits: size.maximumThroughputUnits > size.throughputUnits ? size.maximumThroughputUnits : 0
  }
}

resource hub 'Microsoft.EventHub/namespaces/eventhubs@2024-01-01' = {
  parent: namespace
  name: 'commits'
  properties: {
    partitionCount: size.partitions
    retentionDescription: {
      cleanupPolicy: 'Delete'
      retentionTimeInHours: size.retentionHours
    }
  }
}

resource hot 'Microsoft.EventHub/namespaces/eventhubs/consumergroups@2024-01-01' = {
  parent: hub
  name: 'hot'
  properties: {}
}

resource cold 'Microsoft.EventHub/namespaces/eventhubs/consumergroups@2024-01-01' = {
  parent: hub
  name: 'cold'
  properties: {}
}

resource send 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, producerId, roles.eventHubsDataSender)
  scope: hub
  properties: {
    principalId: producerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.eventHubsDataSender)
  }
}

// The autoscaler asks with the processor's identity as well.
resource receive 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hub.id, processorId, roles.eventHubsDataReceiver)
  scope: hub
  properties: {
    principalId: processorId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.eventHubsDataReceiver)
  }
}

output id string = namespace.id
output namespace string = namespace.name
output hub string = hub.name
