package io.plumbline.kind;

import io.plumbline.value.Value;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One document of a kind in an artefact dialect. Most kinds have the main one alone; a bucket in
 * Terraform has one more for each setting, an internet gateway in CloudFormation one for its
 * attachment.
 *
 * @param name {@code ""} for the main document
 * @param type what the dialect calls it: {@code aws_s3_bucket_versioning}, {@code AWS::EC2::VPC}
 * @param link member by which it names the main document's resource, with {@code []} behind it
 *     where that is a list; null for the main document
 * @param output output of the main document's resource that {@code link} holds
 */
public record Document(String name, String type, @Nullable String link, @Nullable String output) {
  private static final String LIST = "[]";

  /** The member by which it names the main document's resource; null for the main document. */
  public @Nullable String linkMember() {
    return link == null ? null : link.replace(LIST, "");
  }

  /** What names the main document's resource, of which {@code ref} is the output. */
  public Value.Obj linkTo(Value ref) {
    String member = Objects.requireNonNull(linkMember(), "the main document names no other");
    boolean list = !member.equals(link);
    return Value.object(member, list ? Value.list(ref) : ref);
  }
}
