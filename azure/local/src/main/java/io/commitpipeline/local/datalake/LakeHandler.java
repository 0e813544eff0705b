package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.commitpipeline.local.datalake.blob.BlobView;
import io.commitpipeline.local.datalake.dfs.DfsView;
import io.commitpipeline.local.datalake.faults.LakeFault;
import io.commitpipeline.local.datalake.faults.LakeFaults;
import io.commitpipeline.local.datalake.faults.Service;
import io.commitpipeline.local.datalake.faults.StruckRequest;
import io.commitpipeline.local.datalake.http.Exchange;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.http.ServiceException;
import io.commitpipeline.local.datalake.http.SharedKey;
import io.commitpipeline.local.datalake.http.View;
import io.commitpipeline.local.datalake.store.Store;
import io.commitpipeline.local.datalake.store.StoreException;

/**
 * Takes every request: checks its signature, hands it to the view whose language it
 * speaks, and tells the errors in that language.
 */
final class LakeHandler extends Handler.Abstract implements Service {

	private static final Logger logger = LoggerFactory.getLogger(LakeHandler.class);

	private final String account;

	private final SharedKey key;

	private final LakeFaults faults;

	private final View dfs;

	private final View blob;

	LakeHandler(String account, String base64Key, Store store, LakeFaults faults) {
		this.account = account;
		this.key = new SharedKey(account, base64Key);
		this.faults = faults;
		this.blob = new BlobView(store);
		this.dfs = new DfsView(store, this.blob::handle);
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		stamp(request, response.getHeaders());
		try {
			Exchange exchange = new Exchange(request, response);
			Optional<LakeFault> fault = this.faults.strike(exchange);
			if (fault.isPresent()) {
				fault.get().strike(new StruckRequest(request, response, callback, this));
				return true;
			}
			serve(exchange);
			callback.succeeded();
		}
		catch (ServiceException ex) {
			Response.writeError(request, response, callback, ex.error().status(), ex.error().code());
		}
		catch (IOException ex) {
			callback.failed(ex);
		}
		return true;
	}

	private static void stamp(Request request, HttpFields.Mutable headers) {
		String version = request.getHeaders().get("x-ms-version");
		headers.put("x-ms-request-id", UUID.randomUUID().toString());
		headers.put("x-ms-version", (version != null) ? version : "2021-12-02");
		String clientId = request.getHeaders().get("x-ms-client-request-id");
		if (clientId != null) {
			headers.put("x-ms-client-request-id", clientId);
		}
	}

	@Override
	public void serve(Exchange exchange) throws IOException {
		View view = view(exchange);
		try {
			this.key.check(exchange);
			if (!exchange.target().account().equals(this.account)) {
				throw ServiceError.RESOURCE_NOT_FOUND.exception();
			}
			view.handle(exchange);
		}
		catch (ServiceException ex) {
			refuse(exchange, view, ex.error());
		}
		catch (StoreException ex) {
			refuse(exchange, view, view.error(ex.failure(), exchange));
		}
		catch (IOException | RuntimeException ex) {
			if (exchange.isCommitted()) {
				throw ex;
			}
			logger.error("{} {} failed", exchange.method(), exchange.rawPath(), ex);
			refuse(exchange, view, ServiceError.INTERNAL);
		}
	}

	@Override
	public void refuse(Exchange exchange, ServiceError error) throws IOException {
		refuse(exchange, view(exchange), error);
	}

	private View view(Exchange exchange) {
		return DfsView.speaks(exchange) ? this.dfs : this.blob;
	}

	private static void refuse(Exchange exchange, View view, ServiceError error) throws IOException {
		exchange.drain();
		if (error.equals(ServiceError.NO_AUTHENTICATION)) {
			exchange.announce("WWW-Authenticate", "SharedKey realm=\"" + exchange.target().account() + "\"");
		}
		view.reply(exchange, error);
	}

}
