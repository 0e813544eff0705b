// Turns the environment of an app in apps.yaml into that of a container.
//
// A reference is an object { from: name }; what a name stands for is { value } or { secretRef }, or {} where it is known
// but has no value on Azure: such a setting is left out. The condition is no "||": ARM would evaluate both of its sides.

@export()
func environmentOf(uses array, own object, common object, references object) array =>
  map(
    filter(
      items(union(reduce(uses, {}, (all, name) => union(all, common[name])), own)),
      setting => startsWith(string(setting.value), '{') ? !empty(references[setting.value.from]) : true
    ),
    setting =>
      union(
        { name: setting.key },
        startsWith(string(setting.value), '{') ? references[setting.value.from] : { value: setting.value }
      )
  )
