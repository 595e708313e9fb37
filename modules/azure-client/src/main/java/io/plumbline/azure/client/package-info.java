/**
 * Azure Resource Manager as a site's settings say: the one place that knows about endpoints,
 * credentials, retries and time-outs there.
 */
@NullMarked
package io.plumbline.azure.client;

import org.jspecify.annotations.NullMarked;
