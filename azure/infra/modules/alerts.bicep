// Mail when the pipeline says that something is lost, stuck, or about to be.

param name string
param location string
param workspaceId string
param namespaceId string
param throughputUnits int
param retentionHours int

@description('Who gets the mail; empty: alerts are raised, nobody is told.')
param email string

// What the apps tell of themselves. "value" puts together what all of them tell in a minute, "aggregation" the ten minutes:
// the minimum of a maximum is above zero where somebody has been above it in each minute.
var queries = [
  {
    name: 'incomplete'
    description: 'Events are missing in the metrics or in the archive, and nothing moves any more.'
    metric: 'pipeline_incomplete'
    value: 'max(Max)'
    aggregation: 'Minimum'
    operator: 'GreaterThan'
    threshold: 0
    severity: 0
  }
  {
    name: 'events-lost'
    description: 'The hub dropped events before they were read. The console names the range.'
    metric: 'pipeline_gaps'
    value: 'max(Max)'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 0
    severity: 0
  }
  {
    name: 'time-to-loss'
    description: 'A quarter of the retention is left until the hub drops an event that is not dealt with.'
    metric: 'pipeline_retention_remaining'
    value: 'min(Min)'
    aggregation: 'Minimum'
    operator: 'LessThan'
    threshold: retentionHours * 900
    severity: 1
  }
  {
    name: 'partition-stuck'
    description: 'A partition takes no events while events wait, also after its path was restarted.'
    metric: 'pipeline_partitions_stuck'
    value: 'max(Max)'
    aggregation: 'Maximum'
    operator: 'GreaterThan'
    threshold: 0
    severity: 1
  }
  {
    name: 'partition-blocked'
    description: 'A partition waits for PostgreSQL or the lake.'
    metric: 'pipeline_partitions_blocked'
    value: 'max(Max)'
    aggregation: 'Minimum'
    operator: 'GreaterThan'
    threshold: 0
    severity: 2
  }
  {
    name: 'no-processor'
    description: 'No processor has told of its lag.'
    metric: 'pipeline_lag'
    value: 'max(Max)'
    aggregation: 'Count'
    operator: 'LessThan'
    threshold: 1
    severity: 1
  }
]

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: name
  location: 'global'
  properties: {
    groupShortName: 'pipeline'
    enabled: true
    emailReceivers: [
      {
        name: 'operator'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource alert 'Microsoft.Insights/scheduledQueryRules@2021-08-01' = [
  for item in queries: {
    name: '${name}-${item.name}'
    location: location
    kind: 'LogAlert'
    properties: {
      displayName: '${name}: ${item.name}'
      description: item.description
      severity: item.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT10M'
      // The table is there once the first metric has come.
      skipQueryValidation: true
      criteria: {
        allOf: [
          union(
            {
              // The agent's name of a metric may have dots or underscores, and a unit or "total" behind it.
              query: 'AppMetrics | where replace_string(Name, \'.\', \'_\') matches regex \'^${item.metric}(_total|_events|_seconds)?$\' | summarize Value = ${item.value} by bin(TimeGenerated, 1m)'
              timeAggregation: item.aggregation
              operator: item.operator
              threshold: item.threshold
            },
            // Rows are counted, a column is aggregated.
            item.aggregation == 'Count' ? {} : { metricMeasureColumn: 'Value' }
          )
        ]
      }
      actions: { actionGroups: empty(email) ? [] : [mail.id] }
    }
  }
]

// Two groups read everything: with a unit's 2 MB/s out, four fifths of it leave little to catch up with.
resource egress 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-egress'
  location: 'global'
  properties: {
    description: 'The hub gives out four fifths of what its throughput units allow: add units.'
    severity: 2
    enabled: true
    scopes: [namespaceId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT5M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          name: 'egress'
          criterionType: 'StaticThresholdCriterion'
          metricName: 'OutgoingBytes'
          timeAggregation: 'Total'
          operator: 'GreaterThan'
          threshold: throughputUnits * 2 * 1024 * 1024 * 300 * 4 / 5
        }
      ]
    }
    actions: empty(email) ? [] : [{ actionGroupId: mail.id }]
  }
}
