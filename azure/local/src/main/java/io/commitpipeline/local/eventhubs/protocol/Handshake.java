package io.commitpipeline.local.eventhubs.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.commitpipeline.local.eventhubs.access.Grants;
import org.apache.qpid.proton.engine.Sasl;
import org.apache.qpid.proton.engine.Transport;

/**
 * Signs clients in: with a key's name and text, or as nobody, who brings tokens later.
 */
final class Handshake {

	private static final String PLAIN = "PLAIN";

	private static final List<String> MECHANISMS = List.of("ANONYMOUS", PLAIN, "MSSBCBS", "EXTERNAL");

	private final Transport transport;

	private final Grants grants;

	Handshake(Transport transport, Grants grants) {
		this.transport = transport;
		this.grants = grants;
	}

	void offer() {
		Sasl sasl = this.transport.sasl();
		sasl.server();
		sasl.allowSkip(true);
		sasl.setMechanisms(MECHANISMS.toArray(String[]::new));
	}

	/**
	 * Answers once the client has said who it is.
	 * @return false if it is turned away
	 */
	boolean proceed() {
		Sasl sasl = this.transport.sasl();
		if (sasl.getOutcome() == Sasl.PN_SASL_NONE && sasl.getRemoteMechanisms().length > 0) {
			String mechanism = sasl.getRemoteMechanisms()[0];
			boolean right = PLAIN.equals(mechanism) ? isRight(sasl) : MECHANISMS.contains(mechanism);
			sasl.done(right ? Sasl.PN_SASL_OK : Sasl.PN_SASL_AUTH);
		}
		return sasl.getOutcome() != Sasl.PN_SASL_AUTH;
	}

	/**
	 * RFC 4616: an authorization identity, the name and the password, with a zero byte
	 * between them.
	 */
	private boolean isRight(Sasl sasl) {
		byte[] response = new byte[Math.max(0, sasl.pending())];
		sasl.recv(response, 0, response.length);
		String[] parts = new String(response, StandardCharsets.UTF_8).split("\0", -1);
		return parts.length == 3 && this.grants.signIn(parts[1], parts[2]);
	}

}
