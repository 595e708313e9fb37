package io.plumbline.live.onprem;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Takes the body of an answer as text, and no more of it than an answer may have. */
final class LimitedText implements BodySubscriber<String> {
  private final int most;

  private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
  private Flow.@Nullable Subscription subscription;
  private long taken;

  /** The body is longer. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }

  LimitedText(int mostBytes) {
    most = mostBytes;
  }

  @Override
  public CompletionStage<String> getBody() {
    return text.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    text.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> some) {
    taken += some.stream().mapToLong(ByteBuffer::remaining).sum();
    if (taken <= most) {
      text.onNext(some);
    } else if (subscription != null) {
      subscription.cancel();
      text.onError(new TooLongException());
    }
  }

  @Override
  public void onError(Throwable thrown) {
    text.onError(thrown);
  }

  @Override
  public void onComplete() {
    text.onComplete();
  }
}
