package io.plumbline.sandbox;

import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a sandbox writes about itself when it answers. */
record Running(String url, long pid) {

  /** What stands in the state file; null where it names no living process. */
  static @Nullable Running read(Path stateFile) {
    try {
      if (JsonReader.read(Files.readString(stateFile)) instanceof Value.Obj state
          && state.get("url") instanceof Value.Text url
          && state.get("pid") instanceof Value.Int pid
          && ProcessHandle.of(pid.value()).filter(ProcessHandle::isAlive).isPresent()) {
        return new Running(url.value(), pid.value());
      }
      return null;
    } catch (IOException | JsonReader.SyntaxException e) {
      return null;
    }
  }
}
