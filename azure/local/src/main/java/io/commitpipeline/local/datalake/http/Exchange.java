package io.commitpipeline.local.datalake.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.UrlEncoded;

import io.commitpipeline.local.datalake.store.Location;

/**
 * A request and its reply.
 */
public final class Exchange {

	private final Request request;

	private final Response response;

	private final Target target;

	private final SortedMap<String, List<String>> parameters;

	private final InputStream body;

	public Exchange(Request request, Response response) {
		this(request, response, Content.Source.asInputStream(request));
	}

	/**
	 * Takes a request whose body is read from elsewhere.
	 * @param request the request
	 * @param response its response
	 * @param body the body
	 */
	public Exchange(Request request, Response response, InputStream body) {
		this(request, response, body, Target.of(request.getHttpURI().getPath()));
	}

	private Exchange(Request request, Response response, InputStream body, Target target) {
		this.request = request;
		this.response = response;
		this.target = target;
		this.parameters = parameters(request.getHttpURI().getQuery());
		this.body = body;
	}

	/** By names in lower case. */
	private static SortedMap<String, List<String>> parameters(String query) {
		SortedMap<String, List<String>> parameters = new TreeMap<>();
		try {
			UrlEncoded.decodeTo((query != null) ? query : "",
					(name, value) -> parameters
						.computeIfAbsent(name.toLowerCase(Locale.ROOT), (unused) -> new ArrayList<>())
						.add(value),
					StandardCharsets.UTF_8);
			return parameters;
		}
		catch (IllegalArgumentException ex) {
			throw ServiceError.INVALID_URI.exception();
		}
	}

	/**
	 * The same request to an account. Some SDKs leave it out of the path, as if the host
	 * named it.
	 * @param account the account
	 * @return the request
	 */
	public Exchange to(String account) {
		return new Exchange(this.request, this.response, this.body, this.target.within(account));
	}

	/**
	 * What is to be done. Hadoop sends a PATCH as a PUT that says so.
	 * @return the HTTP method
	 */
	public String method() {
		return header("X-HTTP-Method-Override").orElse(signedMethod());
	}

	String signedMethod() {
		return this.request.getMethod();
	}

	public boolean reads() {
		return method().equals("GET") || method().equals("HEAD");
	}

	public String rawPath() {
		return this.request.getHttpURI().getPath();
	}

	/**
	 * The address of the account, as clients reach it.
	 * @return the address with a slash at its end
	 */
	public String accountAddress() {
		return "http://" + this.request.getHttpURI().getAuthority() + "/" + this.target.account() + "/";
	}

	public Target target() {
		return this.target;
	}

	public Location location() {
		return this.target.location();
	}

	public Optional<String> query(String name) {
		return Optional.ofNullable(this.parameters.get(name.toLowerCase(Locale.ROOT))).map((values) -> values.get(0));
	}

	/**
	 * Whether a parameter of the query has the value, in whatever case.
	 * @param name the parameter
	 * @param value the value
	 * @return whether it has
	 */
	public boolean asks(String name, String value) {
		return query(name).filter(value::equalsIgnoreCase).isPresent();
	}

	SortedMap<String, List<String>> parameters() {
		return this.parameters;
	}

	public Optional<String> header(String name) {
		return Optional.ofNullable(this.request.getHeaders().get(name)).map(String::strip);
	}

	/**
	 * The headers whose names start with a prefix.
	 * @param prefix the prefix, in lower case
	 * @return the values by the names as they came
	 */
	public Map<String, String> headers(String prefix) {
		Map<String, String> headers = new TreeMap<>();
		for (HttpField field : this.request.getHeaders()) {
			if (field.getLowerCaseName().startsWith(prefix)) {
				headers.put(field.getName(), (field.getValue() != null) ? field.getValue().strip() : "");
			}
		}
		return headers;
	}

	public InputStream body() {
		return this.body;
	}

	/**
	 * Reads what is left of the body, since a client that is still sending it would not
	 * read the reply.
	 * @throws IOException if the client is gone
	 */
	public void drain() throws IOException {
		this.body.transferTo(OutputStream.nullOutputStream());
	}

	/**
	 * Adds a header to whatever the reply will be.
	 * @param name its name
	 * @param value its value
	 */
	public void announce(String name, String value) {
		this.response.getHeaders().put(name, value);
	}

	public Reply reply(int status) {
		return new Reply(this.request, this.response, status);
	}

	public boolean isCommitted() {
		return this.response.isCommitted();
	}

}
