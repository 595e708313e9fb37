package io.plumbline.live.onprem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          255 | ssh: connect to host a port 22: Connection refused           | NoAnswer: ssh: connect to host a port 22: Connection refused
          255 | u@a: Permission denied (publickey).                          | AccessDenied: u@a: Permission denied (publickey).
          255 | Host key verification failed.                                | NotTrusted: Host key verification failed. Compare
          255 | ''                                                           | NoAnswer: the session broke off
          127 | sh: 1: /usr/local/libexec/plumbline-facts: not found         | NotDeployed: /usr/local/libexec/plumbline-facts is not there; deploy first
          1   | sudo: /usr/local/libexec/plumbline-facts: command not found  | NotDeployed: /usr/local/libexec/plumbline-facts is not there; deploy first
          1   | sudo: a password is required                                 | AccessDenied: sudo: a password is required; `plumbline permissions`
          127 | sh: 1: sudo: not found                                       | AccessDenied: sh: 1: sudo: not found; sudo is needed
          1   | KeyError: 'mounts'                                           | Failed: the script ended with 1: KeyError: 'mounts'
          137 | ''                                                           | Failed: the script ended with 137
          """)
  void saysWhatItIs(int code, String errors, String words) {
    assertThat(Refusal.of(new Client.End.Exited(code, "", errors))).startsWith(words);
  }

  @Test
  void takesNoGreetingForTheReason() {
    assertThat(
            Refusal.of(
                new Client.End.Exited(
                    255,
                    "",
                    "*** Authorised use only ***\r\n\nu@a: Permission denied (publickey).\r\n")))
        .isEqualTo("AccessDenied: u@a: Permission denied (publickey).");
  }

  @Test
  void leavesOutWhatWouldMoveATerminal() {
    assertThat(Refusal.oneLine("a\u001b[31mb\u0000" + "c".repeat(500)))
        .startsWith("a?[31mb?ccc")
        .hasSizeLessThan(210);
  }
}
