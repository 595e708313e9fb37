# Services run, now and after each start.
node['plumbline_base']['services'].each_key do |unit|
  service unit do
    action [:enable, :start]
  end
end
