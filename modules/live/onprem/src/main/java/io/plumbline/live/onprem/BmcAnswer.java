package io.plumbline.live.onprem;

import io.plumbline.value.Value;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks one management controller, in its own protocol, for one neutral document. */
final class BmcAnswer {
  /** What a controller can say, whatever it speaks. */
  interface Reader {
    /** Members of the document; each that cannot be said is unknown, with the reason. */
    Map<String, Value> read() throws UnheardException, InterruptedException;

    /** Requests made. */
    int calls();
  }

  private BmcAnswer() {}

  static HostAnswer ask(BmcAccess access, RedfishClient client, String key) {
    @Nullable Reader reader = null;
    try {
      BmcEndpoint endpoint = BmcEndpoint.of(key);
      reader =
          endpoint.redfish()
              ? new RedfishReader(client.with(endpoint), endpoint.system())
              : new IpmiReader(access, endpoint);
      Map<String, Value> document = new LinkedHashMap<>(reader.read());
      document.put("endpoint", Value.text(key));
      return new HostAnswer(key, Optional.of(new Obj(document)), null, reader.calls());
    } catch (UnheardException e) {
      return failed(key, e.why(), reader);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(key, "Stopped: nobody waits for the answer any more", reader);
    }
  }

  private static HostAnswer failed(String key, String why, @Nullable Reader reader) {
    return new HostAnswer(key, Optional.empty(), why, reader == null ? 0 : reader.calls());
  }
}
