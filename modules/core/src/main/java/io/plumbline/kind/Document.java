package io.plumbline.kind;

import org.jspecify.annotations.Nullable;

/**
 * One document of a kind in an artefact dialect. Most kinds have the main one alone; a bucket in
 * Terraform has one more for each setting, an internet gateway in CloudFormation one for its
 * attachment.
 *
 * @param name {@code ""} for the main document
 * @param type what the dialect calls it: {@code aws_s3_bucket_versioning}, {@code AWS::EC2::VPC}
 * @param link member by which it names the main document's resource; null for the main document
 * @param output output of the main document's resource that {@code link} holds
 */
public record Document(String name, String type, @Nullable String link, @Nullable String output) {}
