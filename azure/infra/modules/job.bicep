// One job of apps.yaml: it is deployed here and started by hand, or by deploy.sh.

param name string
param location string
param environmentId string
param identityId string
param registryServer string
param tag string

@description('As in apps.yaml.')
param job object

@description('{ name, value } each.')
param environment array

resource containerJob 'Microsoft.App/jobs@2026-01-01' = {
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
      triggerType: 'Manual'
      manualTriggerConfig: {
        parallelism: 1
        replicaCompletionCount: 1
      }
      replicaTimeout: job.timeout
      replicaRetryLimit: 0
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
    }
    template: {
      containers: [
        {
          name: name
          image: '${registryServer}/${job.image}:${tag}'
          args: job.arguments
          resources: {
            cpu: json(job.cpu)
            memory: job.memory
          }
          env: environment
        }
      ]
    }
  }
}
