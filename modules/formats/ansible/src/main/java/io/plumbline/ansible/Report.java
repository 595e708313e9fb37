package io.plumbline.ansible;

import io.plumbline.ansible.Events.Event;
import io.plumbline.spi.Engine.Progress;
import java.util.Map;

/** Tells people what happens on machines, in their resources' addresses. */
record Report(Map<String, String> addresses, Progress progress) {
  void say(Event event) {
    String address = addresses.getOrDefault(event.machine(), event.machine());
    String what = event.task() + (event.detail().isEmpty() ? "" : " (" + event.detail() + ")");
    progress.say(
        switch (event.outcome()) {
          case CHANGED -> address + ": " + what;
          case DONE -> "done: " + address;
          case FAILED -> "failed: " + address + ": " + what;
          case UNREACHABLE -> "not reached: " + address + " (" + event.detail() + ")";
        });
  }
}
