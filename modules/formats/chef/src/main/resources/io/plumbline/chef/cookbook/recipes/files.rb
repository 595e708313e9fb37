# Files of which a fleet has the whole content. A service that takes one in is told of it at the end of the run.
units = node['plumbline_base']['services'].keys

execute 'plumbline: read units again' do
  command %w(systemctl daemon-reload)
  action :nothing
end

node['plumbline_base']['files'].each do |managed|
  # A folder that is there keeps its owner and mode.
  directory ::File.dirname(managed['path']) do
    owner 'root'
    group 'root'
    mode '0755'
    recursive true
    not_if { ::File.directory?(::File.dirname(managed['path'])) }
  end

  # What a file names of another site, a node says as ['plumbline_base']['inputs'].
  content_said = managed['parts']&.map do |part|
    part['text'] || node.read('plumbline_base', 'inputs', part['input']) ||
      raise("no ['plumbline_base']['inputs']['#{part['input']}'], which #{managed['path']} wants")
  end

  declare_resource(content_said ? :file : :cookbook_file, managed['path']) do
    if content_said
      content content_said.join
    else
      source managed['source']
    end
    owner 'root'
    group 'root'
    mode managed['mode']
    if managed['path'].start_with?('/etc/systemd/')
      notifies :run, 'execute[plumbline: read units again]', :immediately
    end
    (managed['restarts'] & units).each { |unit| notifies :restart, "service[#{unit}]", :delayed }
    (managed['reloads'] & units).each { |unit| notifies :reload, "service[#{unit}]", :delayed }
  end
end
