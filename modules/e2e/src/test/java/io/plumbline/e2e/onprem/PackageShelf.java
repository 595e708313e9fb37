package io.plumbline.e2e.onprem;

import io.plumbline.testkit.lab.LabHost;

/**
 * A package repository on a machine, in place of those it knows: packages with the names and units
 * that vendors gave theirs, and programs that write down how they are run.
 */
final class PackageShelf {
  private static final String FOLDER = "/var/lab/shelf/";

  private PackageShelf() {}

  /** A package without a unit. */
  static String plain(String name, String version) {
    return """
    mkdir -p %1$s%2$s/DEBIAN
    printf 'Package: %2$s\\nVersion: %3$s\\nArchitecture: all\\nMaintainer: lab <lab@localhost>\\n\
    Description: of the lab\\n' > %1$s%2$s/DEBIAN/control
    """
        .formatted(FOLDER, name, version);
  }

  /** A package with a unit, whose program runs with these arguments unless another file says. */
  static String service(String name, String version, String unit, String program, String rest) {
    return plain(name, version)
        + """
        mkdir -p %1$s%2$s/lib/systemd/system %1$s%2$s/usr/bin
        printf '#!/bin/sh\\necho "$0 $*" > /run/%3$s.arguments\\nexec sleep infinity\\n' \
          > %1$s%2$s/usr/bin/%4$s
        chmod 0755 %1$s%2$s/usr/bin/%4$s
        cat > %1$s%2$s/lib/systemd/system/%3$s.service <<'UNIT'
        [Service]
        %5$s
        ExecReload=/bin/sh -c 'echo reloaded >> /run/%3$s.reloads'
        [Install]
        WantedBy=multi-user.target
        UNIT
        """
            .formatted(FOLDER, name, unit, program, rest);
  }

  /** Builds the packages that these scripts lay out, and makes them the only ones to be had. */
  static void fill(LabHost host, String... packages) {
    host.run("mkdir -p " + FOLDER + "\n" + String.join("\n", packages));
    host.run(
        """
        cd /var/lab/shelf
        for each in */; do dpkg-deb --build --root-owner-group "${each%/}" >/dev/null; done
        dpkg-scanpackages --multiversion . > Packages 2>/dev/null
        rm -rf /etc/apt/sources.list /etc/apt/sources.list.d/*
        echo 'deb [trusted=yes] file:/var/lab/shelf ./' > /etc/apt/sources.list
        """);
  }
}
