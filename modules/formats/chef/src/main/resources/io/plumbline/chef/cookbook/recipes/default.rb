# What every machine of a fleet has alike, in the order in which it needs each other.
include_recipe 'plumbline_base::files'
include_recipe 'plumbline_base::packages'
include_recipe 'plumbline_base::accounts'
include_recipe 'plumbline_base::sysctls'
include_recipe 'plumbline_base::mounts'
include_recipe 'plumbline_base::services'

# Last of all: whoever has it has all of it.
file '/etc/plumbline/release' do
  content "#{node['plumbline_base']['release']}\n"
  owner 'root'
  group 'root'
  mode '0644'
end
