/** Crawlers that a news site knows by name: who sends each of them, and what for. */

/**
 * What a crawler reads for. `search`: lists of results that link here. `ai-search`: the index behind AI answers.
 * `ai-answer`: one page, because somebody asked an assistant. `ai-train`: material that models learn from.
 */
export type CrawlerPurpose = 'search' | 'ai-search' | 'ai-answer' | 'ai-train';

/** One crawler. */
export type Crawler = {
  /** Product token for robots.txt (RFC 9309, 2.2.1), as its operator writes it. */
  readonly name: string;
  readonly operator: string;
  /** Everything that it reads for; one that trains and searches with the same visit names both. */
  readonly purposes: readonly CrawlerPurpose[];
};

const sentBy = (operator: string, names: readonly string[], ...purposes: CrawlerPurpose[]): Crawler[] =>
  names.map((name) => ({ name, operator, purposes }));

/**
 * The list, search engines first. Sources are the operators' own pages, read up to October 2026: developers.google.com,
 * developers.openai.com/api/docs/bots, support.claude.com/en/articles/8896518, docs.perplexity.ai/guides/bots,
 * developers.facebook.com/docs/sharing/webmasters/web-crawlers, developer.amazon.com/amazonbot, docs.mistral.ai/robots,
 * support.apple.com/en-us/119829, commoncrawl.org/ccbot, duckduckgo.com. ByteDance and Cohere publish no page; their names
 * are those that servers see, and each is taken for everything that it may be. Google-Extended and Applebot-Extended are
 * switches of the operator's other crawlers and never visit by themselves.
 */
export const crawlers: readonly Crawler[] = [
  ...sentBy('Google', ['Googlebot', 'Googlebot-News', 'Googlebot-Image', 'Googlebot-Video'], 'search'),
  ...sentBy('Microsoft', ['Bingbot'], 'search'),
  ...sentBy('Apple', ['Applebot'], 'search'),
  ...sentBy('DuckDuckGo', ['DuckDuckBot'], 'search'),
  ...sentBy('Yandex', ['YandexBot'], 'search'),
  ...sentBy('Baidu', ['Baiduspider'], 'search'),
  ...sentBy('Naver', ['Yeti'], 'search'),
  ...sentBy('Seznam', ['SeznamBot'], 'search'),
  ...sentBy('Qwant', ['Qwantbot'], 'search'),
  ...sentBy('OpenAI', ['OAI-SearchBot'], 'ai-search'),
  ...sentBy('Anthropic', ['Claude-SearchBot'], 'ai-search'),
  ...sentBy('Perplexity', ['PerplexityBot'], 'ai-search'),
  ...sentBy('Mistral', ['MistralAI-Index'], 'ai-search'),
  ...sentBy('Meta', ['Meta-WebIndexer'], 'ai-search'),
  ...sentBy('Amazon', ['Amzn-SearchBot'], 'ai-search'),
  ...sentBy('OpenAI', ['ChatGPT-User'], 'ai-answer'),
  ...sentBy('Anthropic', ['Claude-User'], 'ai-answer'),
  ...sentBy('Perplexity', ['Perplexity-User'], 'ai-answer'),
  ...sentBy('Mistral', ['MistralAI-User'], 'ai-answer'),
  ...sentBy('DuckDuckGo', ['DuckAssistBot'], 'ai-answer'),
  ...sentBy('Meta', ['Meta-ExternalFetcher'], 'ai-answer'),
  ...sentBy('Amazon', ['Amzn-User'], 'ai-answer'),
  ...sentBy('OpenAI', ['GPTBot'], 'ai-train'),
  ...sentBy('Anthropic', ['ClaudeBot', 'anthropic-ai'], 'ai-train'),
  ...sentBy('Google', ['Google-Extended'], 'ai-answer', 'ai-train'),
  ...sentBy('Apple', ['Applebot-Extended'], 'ai-train'),
  ...sentBy('Common Crawl', ['CCBot'], 'ai-train'),
  ...sentBy('ByteDance', ['Bytespider'], 'ai-answer', 'ai-train'),
  ...sentBy('Meta', ['Meta-ExternalAgent', 'FacebookBot'], 'ai-train'),
  ...sentBy('Amazon', ['Amazonbot'], 'ai-search', 'ai-train'),
  ...sentBy('Mistral', ['MistralAI-Training'], 'ai-train'),
  ...sentBy('Cohere', ['cohere-ai', 'cohere-training-data-crawler'], 'ai-answer', 'ai-train'),
  ...sentBy('Diffbot', ['Diffbot'], 'ai-train'),
];
