package io.commitpipeline.local.eventhubs.protocol;

import java.util.HashMap;
import java.util.Map;

import io.commitpipeline.local.eventhubs.broker.RefusedException;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.messaging.AmqpValue;
import org.apache.qpid.proton.amqp.messaging.ApplicationProperties;
import org.apache.qpid.proton.message.Message;

/**
 * A node's answer.
 *
 * @param status an HTTP status code
 * @param description what it means here
 * @param condition the error condition; null if all is well
 * @param body the answer's body
 */
record Response(int status, String description, Symbol condition, Map<String, Object> body) {

	static Response ok(Map<String, Object> body) {
		return new Response(200, "OK", null, body);
	}

	static Response accepted() {
		return new Response(202, "Accepted", null, Map.of());
	}

	static Response refused(RefusedException refused) {
		return new Response(Conditions.status(refused.reason()), refused.getMessage(),
				Conditions.symbol(refused.reason()), Map.of());
	}

	Message toMessage() {
		Map<String, Object> properties = new HashMap<>();
		properties.put("status-code", this.status);
		properties.put("status-description", this.description);
		if (this.condition != null) {
			properties.put("error-condition", this.condition);
		}
		Message message = Proton.message();
		message.setApplicationProperties(new ApplicationProperties(properties));
		message.setBody(new AmqpValue(this.body));
		return message;
	}

}
