/**
 * Stands in for Azure Resource Manager on this machine, since no emulator of it exists. It speaks
 * what the Azure SDK asks of Resource Manager for deployments, deployment stacks, resources and
 * Resource Graph, and refuses what it does not know rather than pretend. It is a test's double: it
 * says what documents of Azure say, and was never held against a live account.
 */
@NullMarked
package io.plumbline.azure.standin;

import org.jspecify.annotations.NullMarked;
