# Reads a Policyfile, and the recipes that it names, as Chef does, and says in JSON what came of it: attributes, and
# resources with their properties. It applies nothing. Words are those of Chef 18's documentation (Policyfile.rb; Custom
# Resource DSL; the page of each resource); a word that is not among them is an error.
require 'json'

PROPERTIES = {
  'apt_package' => %w(package_name version options),
  'apt_update' => %w(frequency),
  'cookbook_file' => %w(source owner group mode),
  'directory' => %w(path owner group mode recursive),
  'dnf_package' => %w(package_name version options),
  'execute' => %w(command),
  'file' => %w(path content owner group mode manage_symlink_source force_unlink),
  'group' => %w(group_name gid system members append),
  'mount' => %w(device fstype options),
  'service' => %w(),
  'sysctl' => %w(value),
  'user' => %w(uid gid shell manage_home password),
}.freeze

ACTIONS = {
  'apt_package' => %i(install lock), 'apt_update' => %i(periodic), 'execute' => %i(nothing run),
  'group' => %i(create modify), 'mount' => %i(mount enable), 'service' => %i(enable start restart reload)
}.freeze

class Node
  def initialize(attributes)
    @attributes = attributes
  end

  def [](name)
    @attributes.fetch(name)
  end

  def read(*path)
    @attributes.dig(*path)
  end
end

class Resource
  undef_method :system # which Ruby knows as another word

  attr_reader :said

  def initialize(type, name, node)
    @type = type
    @node = node
    @said = { 'type' => type, 'name' => name.is_a?(Array) ? name.to_json : name, 'properties' => {} }
  end

  attr_reader :node

  def action(*wanted)
    wanted.flatten.each { |one| raise "#{@type} has no action #{one}" unless ACTIONS.fetch(@type).include?(one) }
  end

  def notifies(action, resource, time)
    raise "when is #{time}?" unless %i(immediately delayed).include?(time)
    raise "what is #{resource}?" unless (match = resource.match(/\A(\w+)\[.+\]\z/m))
    raise "#{resource} has no action #{action}" unless ACTIONS.fetch(match[1]).include?(action)
  end

  def lazy
    'said later'
  end

  def not_if
    yield
  end

  def method_missing(name, *values)
    raise "#{@type} has no property #{name}" unless PROPERTIES.fetch(@type).include?(name.to_s)
    raise "#{name} takes one value" unless values.size == 1

    @said['properties'][name.to_s] = values.first
  end

  def respond_to_missing?(*)
    true
  end
end

class Recipe
  attr_reader :node, :resources

  def initialize(folder, node)
    @folder = folder
    @node = node
    @resources = []
  end

  def include_recipe(name)
    file = File.join(@folder, 'recipes', "#{name.split('::').last}.rb")
    instance_eval(File.read(file), file)
  end

  def declare_resource(type, name, &block)
    send(type, name, &block)
  end

  def platform_family?(family)
    family == 'debian'
  end

  PROPERTIES.each_key do |type|
    define_method(type) do |name, &block|
      resource = Resource.new(type, name, @node)
      resource.instance_eval(&block) if block
      @resources << resource.said
    end
  end
end

class Policy
  attr_reader :said

  def initialize(file)
    @said = { 'cookbooks' => {}, 'default' => Hash.new { |all, name| all[name] = {} } }
    instance_eval(File.read(file), file)
  end

  def name(text)
    @said['name'] = text
  end

  def run_list(*recipes)
    @said['run_list'] = recipes
  end

  def cookbook(name, path:)
    @said['cookbooks'][name] = path
  end

  def default
    @said['default']
  end
end

policy = Policy.new(ARGV.fetch(0)).said
raise 'a policy has a name of few letters' unless policy['name'].match?(/\A[A-Za-z0-9_.:-]{1,255}\z/)

attributes = policy['default']
cookbook, recipe = policy['run_list'].first.split('::')
folder = File.expand_path(policy['cookbooks'].fetch(cookbook), File.dirname(ARGV.fetch(0)))
run = Recipe.new(folder, Node.new(attributes))
run.include_recipe(recipe)
puts JSON.generate(
  'name' => policy['name'], 'attributes' => attributes.fetch(cookbook), 'resources' => run.resources
)
