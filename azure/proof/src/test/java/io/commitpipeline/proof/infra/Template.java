package io.commitpipeline.proof.infra;

import java.util.List;

/**
 * A Bicep file, as far as the checks ask.
 *
 * @param errors what does not parse
 */
record Template(List<String> errors, String text, List<Declaration> resources, List<Declaration> modules,
		List<Declaration> variables, List<Declaration> outputs, List<Declaration> parameters) {

	/**
	 * @param symbol its name in the file
	 * @param target type of a resource, file of a module, "required" or "optional" for a
	 * parameter
	 * @param name expression of the property of that name
	 * @param parameters names that are passed to a module
	 * @param keys of the object that it is
	 */
	record Declaration(String symbol, String target, String name, List<String> parameters, List<String> keys,
			String text) {
	}

}
