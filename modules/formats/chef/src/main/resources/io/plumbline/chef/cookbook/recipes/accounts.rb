# Accounts that log in by their keys alone.
accounts = node['plumbline_base']['accounts']
numbered = node['plumbline_base']['groups']

# Shared storage knows groups by their numbers: those that the fleet names, and each account's own.
numbered.each do |wanted|
  group wanted['name'] do
    gid wanted['gid']
  end
end

# Of others a machine chooses the number, and none of which an account could have.
others = accounts.flat_map { |account| account['groups'] }.uniq - numbered.map { |wanted| wanted['name'] }
others.each do |name|
  group name do
    system true
  end
end

accounts.each do |account|
  user account['name'] do
    uid account['uid']
    gid account['gid']
    shell '/bin/bash'
    manage_home true
    # With '*' nobody has a password, and the account is not locked. Whoever set one keeps it.
    password '*' unless node.read('etc', 'passwd', account['name'])
  end

  account['groups'].each do |name|
    group "#{name}: #{account['name']}" do
      group_name name
      members [account['name']]
      append true
      action :modify
    end
  end

  directory "keys of #{account['name']}" do
    path lazy { ::File.join(::Dir.home(account['name']), '.ssh') }
    owner account['name']
    mode '0700'
  end

  # A link that its owner put there is not followed: what root writes must not land elsewhere.
  file "keys of #{account['name']}" do
    path lazy { ::File.join(::Dir.home(account['name']), '.ssh', 'authorized_keys') }
    content account['keys'].map { |key| "#{key}\n" }.join
    owner account['name']
    mode '0600'
    manage_symlink_source false
    force_unlink true
  end
end
