package io.plumbline.e2e.onprem;

import io.plumbline.testkit.lab.LabHost;

/** What stands for frameworks in a lab: a wheel that pip finds, and a Docker that knows images. */
final class Frameworks {
  static final String FOLDER = "/opt/frameworks";

  private static final String WHEEL = "/var/lab/wheels/demo-1.0-py3-none-any.whl";

  private Frameworks() {}

  static void offer(LabHost host) {
    host.write(
        "/var/lab/wheel.py",
        """
        import zipfile

        with zipfile.ZipFile("%s", "w") as wheel:
            wheel.writestr("demo.py", "IT = '1.0'\\n")
            about = "demo-1.0.dist-info/"
            wheel.writestr(about + "METADATA", "Metadata-Version: 2.1\\nName: Demo\\nVersion: 1.0\\n")
            wheel.writestr(about + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
            wheel.writestr(about + "RECORD", "")
        """
            .formatted(WHEEL),
        "rw-r--r--");
    host.run("mkdir -p /var/lab/wheels; /usr/bin/python3 /var/lab/wheel.py");
    host.run("rm -rf /etc/xdg/pip ~/.config/pip ~/.pip"); // what this machine says wins otherwise
    host.write(
        "/etc/pip.conf", "[global]\nno-index = true\nfind-links = /var/lab/wheels\n", "rw-r--r--");
    host.write(
        "/usr/local/sbin/docker",
        """
        #!/bin/sh
        case $1 in
          images) cat /var/lab/images ;;
          pull) for last; do :; done; echo "$last" >> /var/lab/images ;;
        esac
        """,
        "rwxr-xr-x");
    host.run(": > /var/lab/images");
  }

  /** Which Python the machine has: {@code "3.11"}. */
  static String python(LabHost host) {
    return host.run("/usr/bin/python3 -c 'import sys; print(\"%d.%d\" % sys.version_info[:2])'");
  }

  static String requirements(LabHost host) {
    return "Demo==1.0 --hash=sha256:" + host.run("sha256sum < " + WHEEL + " | cut -d' ' -f1");
  }
}
