# Storage that machines share.
node['plumbline_base']['mounts'].each do |storage|
  directory storage['path'] do
    recursive true
    not_if { ::File.directory?(storage['path']) }
  end

  mount storage['path'] do
    device storage['source']
    fstype storage['type']
    options storage['options'].empty? ? 'defaults' : storage['options'].to_a
    action [:mount, :enable]
  end
end
