# Kernel parameters, in force now and after each start.
node['plumbline_base']['sysctls'].each do |name, setting|
  sysctl name do
    value setting
  end
end
