// The database. Only identities sign in: the migrator, who owns the tables and makes the apps' logins, and the operator.

param name string
param location string
param size object
param publicAccess bool

@description('An address from which the operator looks inside, where there is no public access else.')
param operatorAddress string
param migrator object
param operatorId string
param operatorName string
param operatorType string

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2025-08-01' = {
  name: name
  location: location
  sku: {
    name: size.sku
    tier: size.tier
  }
  properties: {
    version: '17'
    storage: {
      storageSizeGB: size.storageGb
      autoGrow: 'Enabled'
    }
    authConfig: {
      activeDirectoryAuth: 'Enabled'
      passwordAuth: 'Disabled'
      tenantId: tenant().tenantId
    }
    backup: {
      backupRetentionDays: size.backupDays
      geoRedundantBackup: size.geoRedundantBackup
    }
    highAvailability: { mode: size.highAvailability }
    network: { publicNetworkAccess: publicAccess || !empty(operatorAddress) ? 'Enabled' : 'Disabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2025-08-01' = {
  parent: server
  name: 'pipeline'
  properties: {
    charset: 'UTF8'
    collation: 'C.utf8'
  }
}

// One change of the server at a time: it refuses an administrator while another one is being made.
resource migratorIsAdministrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: migrator.principalId
  properties: {
    principalName: migrator.name
    principalType: 'ServicePrincipal'
    tenantId: tenant().tenantId
  }
  dependsOn: [database]
}

resource operatorIsAdministrator 'Microsoft.DBforPostgreSQL/flexibleServers/administrators@2025-08-01' = {
  parent: server
  name: operatorId
  properties: {
    principalName: operatorName
    principalType: operatorType
    tenantId: tenant().tenantId
  }
  dependsOn: [migratorIsAdministrator]
}

// Azure's own notation for "from within Azure".
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2025-08-01' = if (publicAccess) {
  parent: server
  name: 'azure-services'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
  dependsOn: [operatorIsAdministrator]
}

resource fromOperator 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2025-08-01' = if (!empty(operatorAddress)) {
  parent: server
  name: 'operator'
  properties: {
    startIpAddress: operatorAddress
    endIpAddress: operatorAddress
  }
  dependsOn: [fromAzure]
}

output id string = server.id
output host string = server.properties.fullyQualifiedDomainName
output database string = database.name
