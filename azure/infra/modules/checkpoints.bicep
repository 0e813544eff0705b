// Checkpoints and ownership, and nothing else: an account without a hierarchy, without soft delete and versions, which
// would keep a copy of every one of many small writes. One container for each consumer group.

import { roles } from '../roles.bicep'

param name string
param location string
param sku string
param publicAccess bool
param processorId string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    isHnsEnabled: false
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    // The autoscaler reads from outside the network.
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      bypass: 'AzureServices'
      defaultAction: publicAccess ? 'Allow' : 'Deny'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    isVersioningEnabled: false
    deleteRetentionPolicy: { enabled: false }
    containerDeleteRetentionPolicy: { enabled: false }
  }
}

resource hot 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'hot'
}

resource cold 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'cold'
}

resource writeHot 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(hot.id, processorId, roles.storageBlobDataContributor)
  scope: hot
  properties: {
    principalId: processorId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource writeCold 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(cold.id, processorId, roles.storageBlobDataContributor)
  scope: cold
  properties: {
    principalId: processorId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.primaryEndpoints.blob
