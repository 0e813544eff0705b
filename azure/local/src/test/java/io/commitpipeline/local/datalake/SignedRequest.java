package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.azure.storage.common.StorageSharedKeyCredential;

/**
 * A request as other SDKs than Java's send it.
 */
final class SignedRequest {

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private final LocalDataLake lake;

	private final String method;

	private final String address;

	private final Map<String, String> headers = new LinkedHashMap<>();

	private String body = "";

	/**
	 * Begins a request.
	 * @param lake whom to ask
	 * @param method the HTTP method
	 * @param address the path and query, as they are sent
	 */
	SignedRequest(LocalDataLake lake, String method, String address) {
		this.lake = lake;
		this.method = method;
		this.address = address;
		header("Content-Length", "0");
		header("x-ms-version", "2021-12-02");
		header("x-ms-date", DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
			.format(ZonedDateTime.now(ZoneOffset.UTC)));
	}

	SignedRequest header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	SignedRequest body(String text) {
		this.body = text;
		return header("Content-Length", Integer.toString(text.length()));
	}

	HttpResponse<String> send() throws IOException, InterruptedException {
		return send(signature());
	}

	HttpResponse<String> send(String signature) throws IOException, InterruptedException {
		return CLIENT.send(request().header("Authorization", signature).build(), BodyHandlers.ofString());
	}

	HttpResponse<String> sendUnsigned() throws IOException, InterruptedException {
		return CLIENT.send(request().build(), BodyHandlers.ofString());
	}

	private HttpRequest.Builder request() {
		HttpRequest.Builder request = HttpRequest.newBuilder(uri())
			.method(this.method, HttpRequest.BodyPublishers.ofString(this.body));
		this.headers.entrySet()
			.stream()
			.filter((each) -> !each.getKey().equals("Content-Length"))
			.forEach((each) -> request.header(each.getKey(), each.getValue()));
		return request;
	}

	String signature() throws IOException {
		return new StorageSharedKeyCredential(this.lake.accountName(), this.lake.accountKey())
			.generateAuthorizationHeader(uri().toURL(), this.method, this.headers);
	}

	/** The request within a batch. */
	String text(String signature) {
		StringBuilder text = new StringBuilder(this.method + " " + this.address + " HTTP/1.1\r\n");
		this.headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
		return text.append("Authorization: " + signature + "\r\n\r\n").toString();
	}

	private URI uri() {
		return URI.create("http://127.0.0.1:" + this.lake.port() + this.address);
	}

}
