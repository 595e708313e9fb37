package io.plumbline.azure.lower;

import io.plumbline.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every account of storage says, whatever it keeps. */
final class Accounts {
  private Accounts() {}

  /** Nobody comes in without a role: not the public, nor whoever has the account's keys. */
  static Map<String, Value> closed() {
    Map<String, Value> said = new LinkedHashMap<>();
    said.put("minimumTlsVersion", Value.text("TLS1_2"));
    said.put("allowBlobPublicAccess", Value.flag(false));
    said.put("allowSharedKeyAccess", Value.flag(false));
    said.put("defaultToOAuthAuthentication", Value.flag(true));
    said.put("allowCrossTenantReplication", Value.flag(false));
    said.put("publicNetworkAccess", Value.flag(true));
    said.put("networkBypass", Value.text("AzureServices"));
    return said;
  }
}
