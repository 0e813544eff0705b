// Data Lake: what is replayed and what is archived. The producer reads the one, the processor writes the other, the console
// looks at both.

import { roles } from '../roles.bicep'

param name string
param location string
param sku string
param publicAccess bool

@description('An address from which the operator uploads, where there is no public access else.')
param operatorAddress string
param producerId string
param processorId string
param adminId string
param operatorId string
param operatorType string

resource account 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: name
  location: location
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    isHnsEnabled: true
    accessTier: 'Hot'
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    publicNetworkAccess: publicAccess || !empty(operatorAddress) ? 'Enabled' : 'Disabled'
    networkAcls: {
      bypass: 'None'
      defaultAction: publicAccess ? 'Allow' : 'Deny'
      ipRules: publicAccess || empty(operatorAddress) ? [] : [{ value: operatorAddress, action: 'Allow' }]
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: account
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource archive 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'archive'
}

resource sources 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  parent: blobs
  name: 'sources'
}

resource write 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(archive.id, processorId, roles.storageBlobDataContributor)
  scope: archive
  properties: {
    principalId: processorId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(sources.id, producerId, roles.storageBlobDataReader)
  scope: sources
  properties: {
    principalId: producerId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataReader)
  }
}

resource show 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, adminId, roles.storageBlobDataReader)
  scope: account
  properties: {
    principalId: adminId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataReader)
  }
}

// The console takes uploads.
resource put 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(sources.id, adminId, roles.storageBlobDataContributor)
  scope: sources
  properties: {
    principalId: adminId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource upload 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(sources.id, operatorId, roles.storageBlobDataContributor)
  scope: sources
  properties: {
    principalId: operatorId
    principalType: operatorType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource look 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(account.id, operatorId, roles.storageBlobDataReader)
  scope: account
  properties: {
    principalId: operatorId
    principalType: operatorType
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataReader)
  }
}

output id string = account.id
output name string = account.name
output endpoint string = account.properties.primaryEndpoints.dfs
