// The images. Who pulls is known before anything is to be pulled: the first deployment needs it.

import { roles } from '../roles.bicep'

param name string
param location string
param sku string
param zoneRedundant bool

@description('Object ids of the identities that pull.')
param pullers array

resource registry 'Microsoft.ContainerRegistry/registries@2025-11-01' = {
  name: name
  location: location
  sku: { name: sku }
  properties: {
    adminUserEnabled: false
    // Of Premium only.
    zoneRedundancy: zoneRedundant ? 'Enabled' : null
  }
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for puller in pullers: {
    name: guid(registry.id, puller, roles.acrPull)
    scope: registry
    properties: {
      principalId: puller
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
    }
  }
]

output name string = registry.name
output server string = registry.properties.loginServer
