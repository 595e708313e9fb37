/**
 * AWS SDK clients as a site's settings say: the one place that knows about endpoints, credentials
 * and time-outs.
 */
@NullMarked
package io.plumbline.aws.client;

import org.jspecify.annotations.NullMarked;
