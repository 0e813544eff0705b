package io.commitpipeline.admin.web;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PageUrlTests {

	private final PageUrl url = PageUrl.of("/metrics", Map.of("q", new String[] { " a&b=%20 é " }));

	@Test
	void whatAUserTypesIsEncoded() {
		assertThat(this.url).hasToString("/metrics?q=a%26b%3D%2520%20%C3%A9");
	}

	@Test
	void theSameChoicesGiveTheCsv() {
		assertThat(this.url.with("sort", "-commits").at("/metrics.csv"))
			.hasToString("/metrics.csv?q=a%26b%3D%2520%20%C3%A9&sort=-commits");
	}

	@Test
	void aChoiceIsReplacedOrTakenBack() {
		assertThat(this.url.with("q", "x").with("q", "y")).hasToString("/metrics?q=y");
		assertThat(this.url.with("q", null)).hasToString("/metrics");
	}

	@Test
	void anUnknownSortIsTheStandardOne() {
		Listing listing = Listing.of(this.url.with("sort", "commits; drop table"), "-commits", Set.of("commits"));
		assertThat(listing.orderBy(Map.of("commits", "sum(commits)"))).isEqualTo("sum(commits) desc nulls last");
	}

	@Test
	void aFilterHasNoWildcards() {
		assertThat(Listing.of(this.url.with("q", "50%_\\"), "a", Set.of()).filterPattern()).isEqualTo("50\\%\\_\\\\");
	}

	@Test
	void aPageThatIsNoneIsTheFirst() {
		assertThat(Listing.of(this.url.with("page", "-1"), "a", Set.of()).page()).isEqualTo(1);
		assertThat(Listing.of(this.url.with("page", "3"), "a", Set.of()).offset()).isEqualTo(200);
	}

}
