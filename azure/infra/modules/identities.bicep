// Who the apps are: one identity for each, and one that owns the database.

param name string
param location string

resource producer 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-producer'
  location: location
}

resource processor 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-processor'
  location: location
}

resource admin 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-admin'
  location: location
}

resource migrator 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: '${name}-migrator'
  location: location
}

output producer object = {
  id: producer.id
  name: producer.name
  clientId: producer.properties.clientId
  principalId: producer.properties.principalId
}

output processor object = {
  id: processor.id
  name: processor.name
  clientId: processor.properties.clientId
  principalId: processor.properties.principalId
}

output admin object = {
  id: admin.id
  name: admin.name
  clientId: admin.properties.clientId
  principalId: admin.properties.principalId
}

output migrator object = {
  id: migrator.id
  name: migrator.name
  clientId: migrator.properties.clientId
  principalId: migrator.properties.principalId
}
