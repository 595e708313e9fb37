# Files of which a fleet has the whole content. A service that takes one in is told of it at the end of the run.
require 'digest'

units = node['plumbline_base']['services'].keys

execute 'plumbline: read units again' do
  command %w(systemctl daemon-reload)
  action :nothing
end

# What a file names of another site, a node says as ['plumbline_base']['inputs'].
compose = lambda do |parts|
  parts.map do |part|
    if part['digest']
      ::Digest::SHA256.hexdigest(compose.call(part['digest']))
    else
      part['text'] || node.read('plumbline_base', 'inputs', part['input']) ||
        raise("no ['plumbline_base']['inputs']['#{part['input']}']")
    end
  end.join
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

  content_said = compose.call(managed['parts']) if managed['parts']

  declare_resource(content_said ? :file : :cookbook_file, managed['path']) do
    if content_said
      content content_said
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
