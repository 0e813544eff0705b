package io.commitpipeline.admin.replay;

import java.util.UUID;

/**
 * Who asks, by which form: what comes twice by one form is done once.
 *
 * @param form the form's identifier
 * @param operator the name of the one who asks
 */
record Order(UUID form, String operator) {

}
