package io.commitpipeline.admin.web;

import java.time.ZoneId;
import java.util.Set;

import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Lets templates say {@code #figures} and, on a page, {@code #here}. What is rendered
 * without a request finds its zone in a variable.
 */
@Component
class ConsoleDialect extends AbstractDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	/** The variable that holds the zone. */
	private static final String ZONE = "zone";

	ConsoleDialect() {
		super("console");
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of("figures", "here");
	}

	@Override
	public Object buildObject(IExpressionContext context, String name) {
		if (context instanceof IWebContext web) {
			Here here = new Here(web.getExchange().getRequest());
			return name.equals("here") ? here : new Figures(here.zone());
		}
		return name.equals("here") ? null
				: new Figures((context.getVariable(ZONE) instanceof ZoneId zone) ? zone : Zones.STANDARD);
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}

}
