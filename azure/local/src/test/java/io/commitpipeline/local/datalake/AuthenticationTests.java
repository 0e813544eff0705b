package io.commitpipeline.local.datalake;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.commitpipeline.local.datalake.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

class AuthenticationTests {

	@RegisterExtension
	final Lake lake = new Lake();

	@Test
	void aWrongKeyIsRefusedAndChangesNothing() {
		String other = Base64.getEncoder().encodeToString(new byte[64]);
		assertRefused(403, "AuthenticationFailed",
				() -> this.lake.dataLake(other).getFileSystemClient("lake").createFile("x"));
		assertThat(this.lake.onDisk("x")).doesNotExist();
	}

	@Test
	void noSignatureAtAllIsAskedForOne() throws Exception {
		HttpResponse<String> response = get("/lake/x");
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("x-ms-error-code")).hasValue("NoAuthenticationInformation");
		assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
		assertThat(response.body()).contains("<Code>NoAuthenticationInformation</Code>");
	}

	@Test
	void anotherAccountOrAMangledSignatureIsRefused() throws Exception {
		SignedRequest request = new SignedRequest(this.lake.server(), "GET", "/localazure?comp=list");
		String signature = request.signature();
		for (String wrong : List.of(signature.replace("localazure", "other"), signature + "A", "SharedKey localazure:",
				"Bearer abc")) {
			HttpResponse<String> response = request.send(wrong);
			assertThat(response.statusCode()).isEqualTo(403);
			assertThat(response.body()).contains("<Code>AuthenticationFailed</Code>");
		}
		assertThat(request.send(signature).statusCode()).isEqualTo(200);
	}

	@Test
	void metadataNamesThatSdksSortDifferentlyAreSignedAllTheSame() {
		this.lake.upload("x", "1");
		var file = this.lake.fileSystem().getFileClient("x");
		file.setMetadata(Map.of("a_b", "1", "ab", "2", "a", "3", "A1", "4"));
		assertThat(file.getProperties().getMetadata()).hasSize(4).containsEntry("a_b", "1");
	}

	/**
	 * Java's SDK takes the commas that it sends as they are for ends of values, and sorts
	 * these. What it sends encoded it signs as those of Python, Go and JavaScript do.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "restype=container&comp=list&include=snapshots,metadata,deleted&prefix=Smith,%20Anna/",
			"restype=container&comp=list&prefix=b,a/", "restype=container&comp=list&prefix=trailing,",
			"resource=filesystem&recursive=true&directory=Smith,%20Anna" })
	void aCommaInAQueryIsSignedInTwoWays(String query) throws Exception {
		this.lake.upload("Smith, Anna/x", "1");
		SignedRequest raw = new SignedRequest(this.lake.server(), "GET", "/localazure/lake?" + query);
		SignedRequest encoded = new SignedRequest(this.lake.server(), "GET",
				"/localazure/lake?" + query.replace(",", "%2C"));
		for (String signature : List.of(raw.signature(), encoded.signature())) {
			assertThat(raw.send(signature).statusCode()).isEqualTo(200);
			assertThat(encoded.send(signature).statusCode()).isEqualTo(200);
		}
	}

	private HttpResponse<String> get(String path) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.lake.server().endpoint() + path)).build();
		return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
	}

}
