// One app of apps.yaml.

param name string
param location string
param environmentId string
param identityId string
param registryServer string
param tag string

@description('As in apps.yaml.')
param app object

@description('{ name, value } or { name, secretRef } each.')
param environment array

@description('How many: { min, max }.')
param replicas object

@description('Rules that scale it; none: as many as there are at least.')
param rules array

@secure()
@description('{ list: [{ name, value }] }')
param secrets object

var probe = {
  port: app.port
  scheme: 'HTTP'
}

resource containerApp 'Microsoft.App/containerApps@2026-01-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identityId}': {} }
  }
  properties: {
    environmentId: environmentId
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      secrets: secrets.list
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      ingress: app.ingress == 'external'
        ? {
            external: true
            targetPort: app.port
            transport: 'auto'
            allowInsecure: false
          }
        : null
    }
    template: {
      terminationGracePeriodSeconds: app.gracePeriod
      containers: [
        {
          name: name
          image: '${registryServer}/${app.image}:${tag}'
          resources: {
            cpu: json(app.cpu)
            memory: app.memory
          }
          env: environment
          probes: [
            {
              type: 'Startup'
              httpGet: union(probe, { path: app.probes.liveness })
              initialDelaySeconds: 10
              periodSeconds: 20
              timeoutSeconds: 5
              failureThreshold: 10
            }
            {
              type: 'Liveness'
              httpGet: union(probe, { path: app.probes.liveness })
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: union(probe, { path: app.probes.readiness })
              periodSeconds: 10
              timeoutSeconds: 8
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: replicas.min
        maxReplicas: replicas.max
        rules: rules
      }
    }
  }
}

output address string = app.ingress == 'external' ? 'https://${containerApp.properties.configuration.ingress.fqdn}' : ''
