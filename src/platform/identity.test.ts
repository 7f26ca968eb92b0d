import { bearerToken, setLocalOpenid } from './identity';

const site = { gateway: 'https://city.example', filingNumber: '', appId: '' };

afterEach(() => {
  setLocalOpenid('');
});

it('lets a visitor of a real environment in by its public token', () => {
  setLocalOpenid('o-left-over-from-a-local-cloud');
  expect(bearerToken({ ...site, isLocal: false, visitorToken: 'public' })).toBe('public');
});

it('is whom one chose on a local cloud, and a visitor before', () => {
  expect(bearerToken({ ...site, isLocal: true, visitorToken: '' })).toBe('anonymous');
  setLocalOpenid('o-ann');
  expect(bearerToken({ ...site, isLocal: true, visitorToken: '' })).toBe('openid:o-ann');
});
