package io.commitpipeline.local.datalake;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.LocalConnector;
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
import io.commitpipeline.local.datalake.http.Reply;
import io.commitpipeline.local.datalake.http.ServiceError;
import io.commitpipeline.local.datalake.http.ServiceException;
import io.commitpipeline.local.datalake.http.SharedKey;
import io.commitpipeline.local.datalake.http.View;
import io.commitpipeline.local.datalake.store.Failure;
import io.commitpipeline.local.datalake.store.Store;
import io.commitpipeline.local.datalake.store.StoreException;

/**
 * Takes every request: checks its signature, hands it to the view whose language it
 * speaks, and tells the errors in that language.
 */
final class LakeHandler extends Handler.Abstract implements Service {

	private static final Logger logger = LoggerFactory.getLogger(LakeHandler.class);

	/** Headers that ask for what is not there. */
	private static final List<String> ABSENT = List.of("x-ms-copy-source", "x-ms-structured-body", "x-ms-content-crc64",
			"x-ms-range-get-content-crc64", "x-ms-tags", "x-ms-if-tags", "x-ms-encryption-key", "x-ms-expiry-option",
			"x-ms-acl", "x-ms-owner", "x-ms-group");

	private final String account;

	private final SharedKey key;

	private final LakeFaults faults;

	private final LocalConnector embedded;

	private final View dfs;

	private final View blob;

	LakeHandler(String account, String base64Key, Store store, LakeFaults faults, LocalConnector embedded) {
		this.account = account;
		this.key = new SharedKey(account, base64Key);
		this.faults = faults;
		this.embedded = embedded;
		this.blob = new BlobView(store, embedded);
		this.dfs = new DfsView(store, this.blob::handle);
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		try {
			Exchange exchange = new Exchange(request, response).to(this.account);
			Optional<LakeFault> fault = isEmbedded(request) ? Optional.empty() : this.faults.strike(exchange);
			if (fault.isPresent()) {
				fault.get().strike(new StruckRequest(request, response, callback, this));
				return true;
			}
			serve(exchange);
			callback.succeeded();
		}
		catch (ServiceException ex) {
			this.blob.reply(new Reply(request, response, ex.error().status()), ex.error());
			callback.succeeded();
		}
		catch (IOException ex) {
			callback.failed(ex);
		}
		return true;
	}

	/** A fault strikes the whole of a batch. */
	private boolean isEmbedded(Request request) {
		return request.getConnectionMetaData().getConnector() == this.embedded;
	}

	/**
	 * Answers where there is no request to serve, since it cannot be read or its client
	 * is gone.
	 */
	boolean refuseUnread(Request request, Response response, Callback callback) throws IOException {
		ServiceError error = (response.getStatus() < 500) ? ServiceError.INVALID_URI : ServiceError.INTERNAL;
		this.blob.reply(new Reply(request, response, error.status()), error);
		callback.succeeded();
		return true;
	}

	@Override
	public void serve(Exchange received) throws IOException {
		Exchange exchange = received.to(this.account);
		View view = view(exchange);
		try {
			this.key.check(exchange);
			if (ABSENT.stream().anyMatch((name) -> exchange.header(name).isPresent())) {
				throw ServiceError.NOT_IMPLEMENTED.exception();
			}
			view.handle(exchange);
		}
		catch (ServiceException ex) {
			refuse(exchange, view, ex.error());
		}
		catch (StoreException ex) {
			boolean unchanged = ex.failure() == Failure.UNCHANGED && exchange.reads();
			refuse(exchange, view, unchanged ? ServiceError.NOT_MODIFIED : view.error(ex.failure()));
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
		view.reply(exchange.reply(error.status()), error);
	}

}
