package io.commitpipeline.processor.rebuild;

import io.commitpipeline.processor.progress.ProgressKey;

/**
 * A file of the archive that is in place.
 *
 * @param key whose hot progress its events advance
 */
record ManifestFile(ProgressKey key, String name, String sha256) {
}
