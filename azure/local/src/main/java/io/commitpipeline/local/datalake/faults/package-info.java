/**
 * What the account can be told to do wrong, as the service does it at its worst.
 */
package io.commitpipeline.local.datalake.faults;
