package io.plumbline.e2e.onprem;

import io.plumbline.testkit.lab.LabHost;

/**
 * A repository of packages on a machine of a lab, with a driver that takes a while to install: its
 * GPUs have it from then on.
 */
final class DriverPackage {
  private DriverPackage() {}

  static void offer(LabHost host, String version) {
    String major = version.split("\\.", 2)[0];
    host.write("/etc/lab/gpus-" + version, ByHand.gpus(8, version), "rw-r--r--");
    host.run(
        """
        rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/*
        mkdir -p /var/tmp/deb/DEBIAN /var/cache/drivers
        cd /var/cache/drivers
        cat > /var/tmp/deb/DEBIAN/control <<END
        Package: nvidia-open-%1$s
        Version: %2$s-1
        Architecture: all
        Maintainer: lab
        Description: driver of a lab
        END
        printf '#!/bin/sh\\nsleep 1; cp /etc/lab/gpus-%2$s /etc/lab/gpus\\n' > /var/tmp/deb/DEBIAN/postinst
        chmod 0755 /var/tmp/deb/DEBIAN/postinst
        dpkg-deb --build /var/tmp/deb driver.deb >/dev/null
        { cat /var/tmp/deb/DEBIAN/control; echo "Filename: ./driver.deb"; echo "Size: $(stat -c %%s driver.deb)"
          echo "SHA256: $(sha256sum driver.deb | cut -d' ' -f1)"; } > Packages
        echo 'deb [trusted=yes] file:/var/cache/drivers ./' > /etc/apt/sources.list
        """
            .formatted(major, version));
  }
}
