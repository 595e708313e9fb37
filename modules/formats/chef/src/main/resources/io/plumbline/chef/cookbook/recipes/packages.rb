# All in one go, since pinned packages may want each other at just these versions.
packages = node['plumbline_base']['packages']
names = packages.keys
versions = packages.values

unless names.empty?
  if platform_family?('debian')
    apt_update 'plumbline' do
      frequency 86_400
      action :periodic
    end

    apt_package names do
      version versions
      options %w(--allow-downgrades --allow-change-held-packages --no-install-recommends)
    end

    # Nothing else moves them.
    apt_package 'plumbline: keep versions' do
      package_name names
      action :lock
    end
  else
    dnf_package names do
      version versions
      options %w(--setopt=install_weak_deps=False)
    end
  end
end
